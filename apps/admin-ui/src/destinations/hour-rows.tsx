import { limits as texts } from "../texts/limits.ts";
import { inputClass } from "../ui/input-class.ts";
import { weekdays, type LimitsDraft } from "./limits-draft.ts";

/** When it is open, by weekday. */
export const HourRows = ({
  hours,
  onChange,
}: {
  hours: LimitsDraft["hours"];
  onChange: (hours: LimitsDraft["hours"]) => void;
}) => (
  <div className="grid gap-2">
    {weekdays.map((day) => (
      <label key={day} className="grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-2">
        <span>{texts.days[day]}</span>
        <input
          placeholder={texts.hoursExample}
          maxLength={200}
          className={inputClass}
          value={hours[day]}
          onChange={({ target }) => onChange({ ...hours, [day]: target.value })}
        />
      </label>
    ))}
  </div>
);
