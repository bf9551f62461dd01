import { Global, Module, type DynamicModule } from '@nestjs/common';

import { FederationModule, MaskedMembers } from '../federation/index.js';
import { IngestModule, ScheduledSources, SourceConnectors, SyncModule } from '../ingest/index.js';
import {
  AccessSettings,
  AccountMailModule,
  AccountsModule,
  PeopleDirectory,
  PeopleModule,
  SignInProviders,
} from '../accounts/index.js';
import { ConsortiaModule, FollowRequests, HeldCues, HeldRules, loadNeedCues } from '../consortia/index.js';
import { DigestsModule, MemberFindings, WebhookSettings } from '../digests/index.js';
import { IdeasModule } from '../ideas/index.js';
import { InsightsModule } from '../insights/index.js';
import { BehindMask, IntroductionsModule, SeatRequests } from '../introductions/index.js';
import {
  AutoScore,
  FairLists,
  BilingualWords,
  ConceptTagger,
  MatchingModule,
  Scorer,
  SegmentFolder,
  TextVectors,
} from '../matching/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { ClaimModule, InterviewModule, MergingModule, OrganisationsModule } from '../organisations/index.js';
import { Clock } from '../platform/clock/clock.js';
import type { DataSource } from '../platform/database/data-source.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { MailDirectory, Mailer, MailModule, MailSettings, PublicAddress } from '../platform/mail/index.js';
import { QueueModule, type QueueModuleSettings } from '../platform/queue/queue.module.js';
import { SourcesModule } from '../sources/index.js';
import { Taxonomy, TaxonomyModule } from '../taxonomy/index.js';
import { BriefFindings } from './brief-findings.js';
import { DemoPeople } from './demo/demo-people.js';
import { HoldNames } from './mail/hold-names.js';
import { MailController } from './mail/mail.controller.js';
import { MailboxController } from './mail/mailbox.controller.js';
import { LoadDemo } from './demo/load-demo.js';
import { RemoveDemo } from './demo/remove-demo.js';
import { WelcomeController } from './demo/welcome.controller.js';
import { ShippedRules } from './eligibility/shipped-rules.js';
import { readGlossary } from './glossary.js';
import { HealthController } from './health.controller.js';
import { OperationsController } from './operations/operations.controller.js';
import { TaxonomyTagger } from './taxonomy-tagger.js';

/** What the features stand on, made by whoever starts the program: the service, a terminal command, a test. */
export interface Platform {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly queue: QueueModuleSettings;
  readonly scorer: Scorer;
  readonly segmentFolder: SegmentFolder;
  /** how to reach those who publish open data */
  readonly connectors: SourceConnectors;
  /** what is renewed by itself; left out: nothing */
  readonly scheduled?: ScheduledSources;
  /** whether lists are renewed by themselves; left out: they are not */
  readonly autoScore?: AutoScore;
  /** what lists of partners keep for those who did little so far; left out: as the model has it */
  readonly fairLists?: FairLists;
  /** what makes vectors of texts; left out: nothing does */
  readonly vectors?: TextVectors;
  /** left out: whoever has not signed in is nobody */
  readonly access?: AccessSettings;
  /** who else says who people are; left out: nobody */
  readonly providers?: SignInProviders;
  /** how mails leave */
  readonly mailer: Mailer;
  /** what those who look after them are told; left out: no reports are taken */
  readonly mail?: MailSettings;
  /** where webhooks may lead; left out: to public hosts, by https */
  readonly webhooks?: WebhookSettings;
  /** where the links in them lead */
  readonly address: PublicAddress;
  /** who stands behind masked entries; left out: as federation has it */
  readonly behindMask?: BehindMask;
  /** who hears of requests for seats; left out: the boards */
  readonly seatRequests?: SeatRequests;
}

@Global()
@Module({})
class PlatformModule {
  static of(platform: Platform): DynamicModule {
    const values: [abstract new (...parts: never[]) => unknown, unknown][] = [
      [UnitOfWork, new UnitOfWork(platform.dataSource)],
      [Clock, platform.clock],
      [Scorer, platform.scorer],
      [SegmentFolder, platform.segmentFolder],
      [SourceConnectors, platform.connectors],
      [ScheduledSources, platform.scheduled ?? new ScheduledSources()],
      [AutoScore, platform.autoScore ?? new AutoScore(false)],
      [HeldRules, new ShippedRules()],
      [FairLists, platform.fairLists ?? new FairLists()],
      [TextVectors, platform.vectors ?? new TextVectors()],
      [BilingualWords, { pairs: readGlossary() }],
      [AccessSettings, platform.access ?? new AccessSettings(false)],
      [SignInProviders, platform.providers ?? new SignInProviders()],
      [Mailer, platform.mailer],
      [MailDirectory, new PeopleDirectory()],
      [MailSettings, platform.mail ?? new MailSettings(null)],
      [PublicAddress, platform.address],
      [WebhookSettings, platform.webhooks ?? new WebhookSettings()],
      [HeldCues, { cues: loadNeedCues() }],
    ];
    const tagger = {
      provide: ConceptTagger,
      useFactory: (taxonomy: Taxonomy) => new TaxonomyTagger(taxonomy),
      inject: [Taxonomy],
    };
    return {
      module: PlatformModule,
      imports: [TaxonomyModule],
      providers: [...values.map(([provide, useValue]) => ({ provide, useValue })), tagger],
      exports: [...values.map(([provide]) => provide), ConceptTagger],
    };
  }
}

/** What digests ask of those who write the printed page, and of those who hold needs and requests. */
@Global()
@Module({
  imports: [ConsortiaModule, InsightsModule],
  providers: [{ provide: MemberFindings, useClass: BriefFindings }],
  exports: [MemberFindings],
})
class FindingsModule {}

/** What introductions ask of those who mask members of other clusters. */
@Global()
@Module({})
class MasksModule {
  static of({ behindMask }: Platform): DynamicModule {
    const provider = {
      provide: BehindMask,
      useFactory: (masked: MaskedMembers): BehindMask =>
        behindMask ?? {
          find: (scope, mask) => masked.behind(scope, mask),
          among: (scope, organisations, about) => masked.among(scope, organisations, [about]),
        },
      inject: [MaskedMembers],
    };
    return { module: MasksModule, imports: [FederationModule], providers: [provider], exports: [BehindMask] };
  }
}

/** What boards hear of requests for their seats. */
@Global()
@Module({})
class SeatRequestsModule {
  static of({ seatRequests }: Platform): DynamicModule {
    const provider = {
      provide: SeatRequests,
      useFactory: (boards: FollowRequests): SeatRequests =>
        seatRequests ?? { moved: (unit, move) => boards.moved(unit, move) },
      inject: [FollowRequests],
    };
    return {
      module: SeatRequestsModule,
      imports: [ConsortiaModule],
      providers: [provider],
      exports: [SeatRequests],
    };
  }
}

/** Everything wired together; the same for the service, the terminal and the tests. */
@Module({})
export class ServiceModule {
  static on(platform: Platform): DynamicModule {
    return {
      module: ServiceModule,
      imports: [
        PlatformModule.of(platform),
        QueueModule.forRoot({ useFactory: () => platform.queue }),
        AccountMailModule,
        AccountsModule,
        ClaimModule,
        InterviewModule,
        MergingModule,
        IdeasModule,
        DigestsModule,
        FederationModule,
        FindingsModule,
        IngestModule,
        ConsortiaModule,
        InsightsModule,
        IntroductionsModule,
        MailModule,
        MasksModule.of(platform),
        SeatRequestsModule.of(platform),
        MatchingModule,
        OpportunitiesModule,
        OrganisationsModule,
        PeopleModule,
        SourcesModule,
        SyncModule,
        TaxonomyModule,
      ],
      controllers: [
        HealthController,
        MailboxController,
        MailController,
        OperationsController,
        WelcomeController,
      ],
      providers: [DemoPeople, HoldNames, LoadDemo, RemoveDemo],
      exports: [DemoPeople, LoadDemo, RemoveDemo],
    };
  }
}
