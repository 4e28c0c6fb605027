import { answerQuestions } from '@lettrage/threads';
import { calculateForecast } from './calculate-forecast.js';

answerQuestions(calculateForecast);
