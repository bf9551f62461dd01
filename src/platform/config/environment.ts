/** The one place that reads the process environment by name; an empty value is an absent one. */
export function readEnvironment(name: string): string | undefined {
  const value = process.env[name];
  return value === undefined || value.trim() === '' ? undefined : value;
}
