import {
  createHash,
  createSign,
  generateKeyPairSync,
  randomBytes,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';

/** What it does otherwise than it should: to be noticed. */
export interface Misbehaviour {
  readonly origin?: string;
  /** the site it takes itself to be at */
  readonly site?: string;
  /** does not ask who is there */
  readonly unverified?: boolean;
  /** counts from here */
  readonly counter?: number;
  /** spoils the signature */
  readonly forged?: boolean;
  readonly userHandle?: string;
}

const flags = { present: 1, verified: 4, attested: 64 };

/** An authenticator in software (WebAuthn level 2, ES256): a real key pair, real CBOR, real signatures. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32);
  readonly #origin: string;
  readonly #privateKey: KeyObject;
  readonly #publicKey: JsonWebKey;
  #counter = 0;
  #userHandle: string | null = null;

  /** @param origin where the browser is: `http://localhost:3000` */
  constructor(origin: string) {
    this.#origin = origin;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    this.#publicKey = publicKey.export({ format: 'jwk' });
  }

  /** Answers a question to make a passkey. */
  make(question: { challenge: string; site: string; userHandle: string }, wrong: Misbehaviour = {}): object {
    this.#userHandle = question.userHandle;
    const credential = Buffer.concat([
      Buffer.alloc(16), // no model
      uint16(this.id.length),
      this.id,
      cbor(
        new Map<number, unknown>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(this.#publicKey.x ?? '', 'base64url')],
          [-3, Buffer.from(this.#publicKey.y ?? '', 'base64url')],
        ]),
      ),
    ]);
    const authData = Buffer.concat([this.#data(question.site, wrong, flags.attested), credential]);
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    return {
      id: this.id.toString('base64url'),
      clientData: this.#clientData('webauthn.create', question.challenge, wrong).toString('base64url'),
      attestation: attestation.toString('base64url'),
      transports: ['internal'],
    };
  }

  /** Answers a question to use it. */
  use(question: { challenge: string; site: string }, wrong: Misbehaviour = {}): object {
    this.#counter = wrong.counter ?? this.#counter + 1;
    const clientData = this.#clientData('webauthn.get', question.challenge, wrong);
    const authenticatorData = this.#data(question.site, wrong, 0);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    const signature = createSign('sha256').update(signed).sign(this.#privateKey);
    if (wrong.forged)
      signature.writeUInt8(signature.readUInt8(signature.length - 1) ^ 1, signature.length - 1);
    const userHandle = wrong.userHandle ?? this.#userHandle;
    return {
      id: this.id.toString('base64url'),
      clientData: clientData.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: signature.toString('base64url'),
      ...(userHandle === null ? {} : { userHandle }),
    };
  }

  #clientData(type: string, challenge: string, { origin = this.#origin }: Misbehaviour): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #data(site: string, { site: other = site, unverified = false }: Misbehaviour, more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    const shown = flags.present | (unverified ? 0 : flags.verified) | more;
    return Buffer.concat([createHash('sha256').update(other).digest(), Buffer.from([shown]), counter]);
  }
}

const uint16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);

/** The little of CBOR (RFC 8949) that authenticators speak: integers, byte and text strings, maps. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map)
    return Buffer.concat([
      head(5, value.size),
      ...[...value].flatMap(([key, held]: [unknown, unknown]) => [cbor(key), cbor(held)]),
    ]);
  throw new Error('not spoken here');
}

function head(type: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(type << 5) | value]);
  if (value < 256) return Buffer.from([(type << 5) | 24, value]);
  return Buffer.from([(type << 5) | 25, value >> 8, value & 255]);
}
