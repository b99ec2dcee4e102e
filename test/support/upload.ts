/** A form with a file in it, as a browser sends one. */
export function uploadOf(content: string | Uint8Array, fields: Readonly<Record<string, string>>, fileName = "eisen.csv"): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new File([typeof content === "string" ? content : new Uint8Array(content)], fileName));
  return form;
}
