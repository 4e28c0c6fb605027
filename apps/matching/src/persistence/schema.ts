import { messagingMigrations } from '@lettrage/messaging';
import { type ServiceSchema } from '@lettrage/persistence';
import { CreateMatching1763700300000 } from './migrations/1763700300000-create-matching.js';
import { ReserveItems1763700310000 } from './migrations/1763700310000-reserve-items.js';
import { BookNews1763700360000 } from './migrations/1763700360000-book-news.js';
import { KnowBankAccounts1763700380000 } from './migrations/1763700380000-know-bank-accounts.js';
import { LearnedState1763700340000 } from './migrations/1763700340000-learned-state.js';
import { LookAgain1763700350000 } from './migrations/1763700350000-look-again.js';
import { ReservationsFollow1763700320000 } from './migrations/1763700320000-reservations-follow.js';
import { ReturnedCredits1763700325000 } from './migrations/1763700325000-returned-credits.js';
import { UltimateDebtor1763700370000 } from './migrations/1763700370000-ultimate-debtor.js';
import { TrustAndTeaching1763700330000 } from './migrations/1763700330000-trust-and-teaching.js';

export const matchingSchema: ServiceSchema = {
  name: 'matching',
  migrations: [
    ...messagingMigrations, CreateMatching1763700300000, ReserveItems1763700310000, ReservationsFollow1763700320000, ReturnedCredits1763700325000, TrustAndTeaching1763700330000,
    LearnedState1763700340000, LookAgain1763700350000, BookNews1763700360000, UltimateDebtor1763700370000, KnowBankAccounts1763700380000,
  ],
};
