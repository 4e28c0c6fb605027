export { launchTestBrowser } from './browser.js';
export { freePorts } from './free-port.js';
export { sharedTestKafka, startTestKafka, type TestKafka } from './kafka.js';
export { createTestDatabase, letEverybodyIn, letNobodyIn, prepareTemplate, testPostgresUrl, type TestDatabase } from './postgres.js';
export { REPOSITORY, serviceProcesses, type ServiceOptions, type ServiceProcess, type ServiceProcesses } from './processes.js';
export { expectBooksToBalance } from './books.js';
export { testSecret } from './secret.js';
export { says, ServiceUnderTest, type Answer, type Said, type TestUser } from './service-under-test.js';
