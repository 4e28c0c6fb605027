import { expect, it } from '@jest/globals';
import { withoutEnvelope } from './envelope.js';
import { within } from '../../testing/processor-time.js';

it.each([
  [':20:X', ':20:X'],
  ['{1:F01BANKBEBBAXXX0000000000}{2:O9401200260630BANKBEBBAXXX00000000002606301200N}{3:{108:X}}{4:', ''],
  ['{1:F01}{4::20:X', ':20:X'],
  ['-}', ''],
  ['-}{5:{MAC:1}{CHK:2}}{1:F01}{2:O940}{4:', ''],
  ['-', '-'],
  ['{9:unknown}', '{9:unknown}'],
  ['{1:never closed', '{1:never closed'],
])('of "%s" there remains "%s"', (line, rest) => expect(withoutEnvelope(line)).toBe(rest));

it('takes no longer for a long line that is never closed', async () => {
  const line = '{1:'.repeat(300_000);
  expect(await within(1000, () => withoutEnvelope(line))).toBe(line);
});
