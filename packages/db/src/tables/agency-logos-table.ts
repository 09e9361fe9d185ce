/** An agency's image, as small as a page may load it; the one that is shown is named by `agencies.logo_id`. */
export interface AgencyLogosTable {
  id: string;
  agency_id: string;
  media_type: "image/png" | "image/webp";
  image_base64: string;
  created_at: number;
}
