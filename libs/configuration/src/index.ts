export { readConfiguration, ConfigurationFault, exitOnConfigurationFault } from './read-configuration.js';
