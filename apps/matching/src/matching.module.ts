import { LOG } from '@lettrage/http';
import { type Log } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { type DynamicModule, Module } from '@nestjs/common';
import { Engines } from './engine/engines.js';
import { type KeepLimits, usualKeepLimits } from './engine/kept-engines.js';
import { AllocationPolicies } from './features/allocation-policies/allocation-policies.js';
import { AllocationPoliciesController } from './features/allocation-policies/allocation-policies.controller.js';
import { ConfirmMatch } from './features/confirm-match/confirm-match.js';
import { ConfirmMatchController } from './features/confirm-match/confirm-match.controller.js';
import { FollowBankAccounts } from './features/follow-bank-accounts/follow-bank-accounts.js';
import { FollowCustomers } from './features/follow-customers/follow-customers.js';
import { FollowOpenItems } from './features/follow-open-items/follow-open-items.js';
import { FollowRefused } from './features/follow-allocations/follow-refused.js';
import { FollowReversed } from './features/follow-allocations/follow-reversed.js';
import { FollowSettled } from './features/follow-allocations/follow-settled.js';
import { GlanceController } from './features/glance/glance.controller.js';
import { GlanceList } from './features/glance/glance-list.js';
import { UndoFile } from './features/glance/undo-file.js';
import { ImportHistory } from './features/import-history/import-history.js';
import { ImportHistoryController } from './features/import-history/import-history.controller.js';
import { CustomerLearning } from './features/learning/customer-learning.js';
import { LookAtCases } from './features/look-again/look-at-cases.js';
import { LookForNews } from './features/look-again/look-for-news.js';
import { LookThroughQueue } from './features/look-again/look-through-queue.js';
import { LearningController } from './features/learning/learning.controller.js';
import { ListQueueController } from './features/list-queue/list-queue.controller.js';
import { MeasurePrecisionController } from './features/measure-precision/measure-precision.controller.js';
import { PrepareEngine } from './features/prepare-engine/prepare-engine.js';
import { ProposeMatches } from './features/propose-matches/propose-matches.js';
import { RejectProposal } from './features/reject-proposal/reject-proposal.js';
import { RejectProposalController } from './features/reject-proposal/reject-proposal.controller.js';
import { ReleaseBatch } from './features/release-batch/release-batch.js';
import { Rules } from './features/rules/rules.js';
import { RulesController } from './features/rules/rules.controller.js';
import { TryRule } from './features/rules/try-rule.js';
import { SetAside } from './features/set-aside/set-aside.js';
import { SetAsideController } from './features/set-aside/set-aside.controller.js';
import { UndoMatch } from './features/undo-match/undo-match.js';
import { UndoMatchController } from './features/undo-match/undo-match.controller.js';

/** What the service listens to. */
export const matchingHandlers = [FollowBankAccounts, FollowCustomers, FollowOpenItems, PrepareEngine, ProposeMatches, ReleaseBatch, FollowSettled, FollowRefused, FollowReversed, LookThroughQueue, LookAtCases, LookForNews];

@Module({})
export class MatchingModule {
  static with(database: Database, log: Log, engines: KeepLimits = usualKeepLimits): DynamicModule {
    return {
      module: MatchingModule,
      controllers: [
        ListQueueController, ConfirmMatchController, RejectProposalController, SetAsideController, UndoMatchController, ImportHistoryController,
        AllocationPoliciesController, GlanceController, MeasurePrecisionController, RulesController, LearningController,
      ],
      providers: [
        { provide: Database, useValue: database },
        { provide: LOG, useValue: log },
        { provide: Engines, useFactory: () => new Engines(engines) },
        ConfirmMatch, RejectProposal, SetAside, UndoMatch, ImportHistory, AllocationPolicies, GlanceList, UndoFile, Rules, TryRule, CustomerLearning,
        ...matchingHandlers,
      ],
    };
  }
}
