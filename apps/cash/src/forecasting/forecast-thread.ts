import { type ForecastDay } from '@lettrage/receivables';
import { AnsweringThread } from '@lettrage/threads';
import { calculateForecast } from './calculate-forecast.js';
import { type ForecastInput } from './forecast-input.js';

/** So much text is a few hundred items: calculated in a few milliseconds, less than a thread's detour. */
const smallInputCharacters = 64_000;

/** Calculates forecasts beside the event loop, one at a time; small ones at once. */
export class ForecastThread {
  private readonly thread: AnsweringThread<ForecastInput, ForecastDay[]>;

  /** `script` is the compiled worker; where there is none (the sources run as they are) everything is calculated in place. */
  constructor(script: URL = new URL('./forecast-worker.js', import.meta.url)) {
    this.thread = new AnsweringThread({ script, inPlace: () => calculateForecast });
  }

  async calculate(input: ForecastInput): Promise<ForecastDay[]> {
    return input.items.length + input.payments.length < smallInputCharacters ? calculateForecast(input) : this.thread.ask(input);
  }

  stop(): Promise<void> {
    return this.thread.stop();
  }
}
