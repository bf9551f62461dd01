/** The file sent last, for as long as the page stays: sent again when its columns are read otherwise. */
let kept: { readonly id: string; readonly file: File } | null = null;

export function keepFile(id: string, file: File): void {
  kept = { id, file };
}

/** @returns null once the page was left or loaded anew: a browser does not open a file again by itself */
export const fileOf = (id: string): File | null => (kept?.id === id ? kept.file : null);
