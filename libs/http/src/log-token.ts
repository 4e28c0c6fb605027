/** Under this token a service's module provides its `Log`. */
export const LOG = Symbol('log');
