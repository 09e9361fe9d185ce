import { settingsTexts } from "../texts/settings.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

const words = settingsTexts.factor;

/** Backup codes, the one time that they are shown. */
export function BackupCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join("\n")}\n`)}`;
  return (
    <Dialog isOpen onClose={onClose} title={words.backupTitle} description={words.backup}>
      <ul className="bg-canvas border-line grid grid-cols-2 gap-x-6 gap-y-1 rounded-md border p-4 font-mono text-xs">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <a href={file} download={words.file} className={buttonClass()}>
          {words.download}
        </a>
        <Button kind="main" onClick={onClose}>
          {words.kept}
        </Button>
      </div>
    </Dialog>
  );
}
