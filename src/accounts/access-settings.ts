/** What whoever starts the program says about access; without it nobody is anybody before they sign in. */
export class AccessSettings {
  /**
   * @param open requests without a session are an officer of `afil` as long as nobody but the demonstration set has
   *   accounts: for the embedded default on a loopback address, never in production
   */
  constructor(readonly open: boolean) {}
}
