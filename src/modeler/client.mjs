// Gives Modeler the rules, for diagrams of Camunda 7. Modeler runs them after every change.
import { registerClientPlugin } from 'camunda-modeler-plugin-helpers';
import { config, resolver } from './lint.mjs';

registerClientPlugin({ config, resolver }, 'lintRules.bpmn');
