/** Told what is being done; nothing depends on it. */
export type Progress = (step: string, done: number, total: number) => void;
