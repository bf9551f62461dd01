import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { CreateCluster, CreateUser, type Role } from '../../src/accounts/index.js';
import { BehindMask, SeatRequests, type Asker, type SeatRequestMove } from '../../src/introductions/index.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import type { Unit } from '../../src/platform/database/unit-of-work.js';
import type { Scope } from '../../src/platform/database/scope.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { newId } from '../../src/platform/ids/uuid.js';
import { MailSender } from '../../src/platform/mail/index.js';
import { HttpClient } from './http-client.js';
import { openHttpService, type HttpService } from './http-service.js';
import { mailerTo, mailServer, type MailServer } from './mail-server.js';

/** A clock that a test moves. */
export class MovedClock extends FixedClock {
  moment: Date;

  constructor(moment: Date) {
    super(moment);
    this.moment = moment;
  }

  override now(): Date {
    return new Date(this.moment);
  }

  /** @param hours of real time, weekends included */
  forward(hours: number): void {
    this.moment = new Date(this.moment.getTime() + hours * 3_600_000);
  }
}

/** An organisation with somebody who speaks for it; every name of theirs holds the canary. */
export interface Firm {
  readonly id: string;
  readonly cluster: string;
  /** the id under which other clusters see it */
  readonly mask: string;
  /** one word that stands in its name, its people's names and addresses, and nowhere else */
  readonly canary: string;
  readonly email: string;
  readonly asker: Asker;
}

export interface Staff {
  readonly cluster: string;
  readonly asker: Asker;
  readonly email: string;
}

export interface TwoClusters {
  readonly service: HttpService;
  readonly app: NestFastifyApplication;
  readonly clock: MovedClock;
  readonly mails: MailServer;
  /** what whoever keeps boards was told; `refuses` makes it throw */
  readonly boards: HeardMoves;
  /** two of the first cluster, two of the second */
  readonly firms: readonly [Firm, Firm, Firm, Firm];
  readonly officers: readonly [Staff, Staff];
  /** @param signsIn with a password: it takes a while to hash one */
  firm(cluster: string, canary: string, signsIn?: boolean): Promise<Firm>;
  /** Somebody of a cluster's staff without a password; the id is the person's own, no mask leads to them. */
  desk(cluster: string, canary: string): Promise<Firm>;
  /** whoever is due gets their mail, now */
  sendMails(): Promise<void>;
  /** its cluster shares it no more: nobody finds it by its mask */
  unmask(firm: Firm): void;
  signedIn(firm: Pick<Firm, 'email'>): Promise<HttpClient>;
  close(): Promise<void>;
}

const password = 'four lamps and a kite';
const known = new Map<string, string>();

/** Masks as this test hands them out: who is of another cluster is found by it. */
class PlantedMasks extends BehindMask {
  async find(_scope: Scope, mask: string) {
    const organisation = known.get(mask);
    return organisation === undefined ? null : { organisation };
  }

  /** whom a list shows is federation's to say: its own tests ask */
  async among() {
    return [];
  }
}

/** Writes down what it is told of requests for seats. */
class HeardMoves extends SeatRequests {
  readonly heard: SeatRequestMove[] = [];
  refuses = false;

  override async moved(_unit: Unit, move: SeatRequestMove): Promise<void> {
    if (this.refuses) throw new Error('the board is gone');
    this.heard.push(move);
  }
}

/** Two invented clusters with firms and staff, a real mail server behind the service, and a clock to move. */
export async function twoClusters(now: Date): Promise<TwoClusters> {
  const mails = await mailServer();
  const clock = new MovedClock(now);
  const boards = new HeardMoves();
  const service = await openHttpService({
    platform: { clock, mailer: mailerTo(mails.url), behindMask: new PlantedMasks(), seatRequests: boards },
  });
  const { app } = service;
  const cluster = async (slug: string): Promise<string> => {
    const name = `Cluster ${slug}`;
    const made = { slug, nameEn: name, nameIt: name, ecosystems: [], city: null, url: null };
    return (await app.get(CreateCluster).run(systemScope(), made)).id;
  };
  const user = async (
    email: string,
    name: string,
    grant: object,
    secret: string | null = password,
  ): Promise<string> => {
    const grants = [{ cluster: null, organisation: null, ...grant }] as never;
    const made = { email, name, language: 'en' as const, password: secret, grants, demo: false };
    return (await app.get(CreateUser).create('terminal', made)).id;
  };
  const staff = async (of: string, slug: string): Promise<Staff> => {
    const email = `officer@${slug}.example`;
    const id = await user(email, `Officer of ${slug}`, { role: 'officer', cluster: of }, null);
    const roles: Role[] = ['signed-in', 'officer'];
    return { cluster: of, email, asker: { scope: { role: 'officer', clusters: [of], user: id }, roles } };
  };
  const desk = async (cluster: string, canary: string): Promise<Firm> => {
    const email = `${canary}@${canary}.example`;
    const id = await user(email, `Ada ${canary}`, { role: 'officer', cluster }, null);
    const roles: Role[] = ['signed-in', 'officer'];
    const scope: Scope = { role: 'officer', clusters: [cluster], user: id };
    return { id, cluster, mask: id, canary, email, asker: { scope, roles } };
  };
  const firm = async (of: string, canary: string, signsIn = true): Promise<Firm> => {
    const [id, mask] = [newId(), newId()];
    known.set(mask, id);
    const email = `${canary}@${canary}.example`;
    await service.database.unitOfWork.run(systemScope([of]), async ({ manager }) => {
      await manager.query('insert into organisation (id) values ($1)', [id]);
      await manager.query('insert into membership (id, cluster_id, organisation_id) values ($1, $2, $3)', [
        newId(),
        of,
        id,
      ]);
      await manager.query(
        `insert into organisation_record (id, organisation_id, cluster_id, source, legal_name, folded_name, short_name,
           country, city, nuts, type, sme, observed_on)
         values ($1, $2, $3, 'members', $4, $5, $5, 'IT', $5, 'ITC4C', 'PRC', true, '2026-01-01')`,
        [newId(), id, of, `${canary} Meccanica S.r.l.`, canary],
      );
      await manager.query(
        `insert into evidence (id, organisation_id, cluster_id, kind, source, text, state)
         values ($1, $2, $3, 'competence', 'members', $4, 'confirmed')`,
        [newId(), id, of, `${canary} opens battery cells on three lines, see www.${canary}.it`],
      );
    });
    const person = await user(
      email,
      `Ada ${canary}`,
      { role: 'committer', organisation: id },
      signsIn ? password : null,
    );
    const scope: Scope = { role: 'member', clusters: [], organisation: id, user: person };
    const roles: Role[] = ['signed-in', 'member', 'editor', 'committer'];
    return { id, cluster: of, mask, canary, email, asker: { scope, roles } };
  };
  const [one, two] = [await cluster('uno'), await cluster('due')];
  const officers = [await staff(one, 'uno'), await staff(two, 'due')] as const;
  const firms = [
    await firm(one, 'zaffiroquarzo'),
    await firm(one, 'brumacorallo'),
    await firm(two, 'lapislunare'),
    await firm(two, 'opaleverde'),
  ] as const;
  return {
    service,
    app,
    clock,
    mails,
    boards,
    firms,
    officers,
    firm,
    desk,
    sendMails: async () => void (await app.get(MailSender).sendDue(new AbortController().signal)),
    unmask: ({ mask }) => void known.delete(mask),
    signedIn: async ({ email }) => {
      const client = new HttpClient(service.address);
      await client.send('POST', '/api/v1/sessions', { email, password });
      return client;
    },
    close: async () => {
      await service.close();
      await mails.close();
    },
  };
}
