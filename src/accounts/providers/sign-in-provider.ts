/** Somebody else who can say who a person is: EU Login, an organisation's Keycloak, Entra ID. */
export interface SignInProvider {
  /** in addresses and in our tables: `eu-login` */
  readonly name: string;
  /** for people: `EU Login` */
  readonly title: string;
  /** exactly as it calls itself in what it signs */
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client, protected by PKCE alone */
  readonly clientSecret: string | null;
  /** values of `acr` that mean two factors were shown there; none: it counts as one */
  readonly twoFactorAcr: readonly string[];
}

/** The providers that whoever starts the program named; without them nobody sees a word of them. */
export class SignInProviders {
  constructor(readonly all: readonly SignInProvider[] = []) {}

  named(name: string): SignInProvider | undefined {
    return this.all.find((one) => one.name === name);
  }
}
