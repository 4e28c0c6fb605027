export { type CalendarDate, CalendarError, parseDate, isDate, toEpochDay, epochDayOf, fromEpochDay, addDays, daysBetween, addMonths, endOfMonth, dayOfWeek, dateOfInstant } from './calendar-date.js';
