/** Days from the due date to the payment, rounded to whole ones: before it, after it, or on the day. */
export function delayOf(days: number): { when: 'early' | 'late' | 'onTime'; days: number } {
  const whole = Math.round(days);
  if (whole === 0) return { when: 'onTime', days: 0 };
  return whole < 0 ? { when: 'early', days: -whole } : { when: 'late', days: whole };
}
