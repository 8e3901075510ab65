/** A Chromium for tests and measurements: `CHROME_PATH`, a system's, or the one that comes through npm. */
export function browser(): Promise<{ executablePath: string; args: string[] }>
