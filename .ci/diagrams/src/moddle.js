import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';

const require = createRequire(import.meta.url);

export const camundaDmn = require('camunda-dmn-moddle/resources/camunda.json');
const camundaBpmn = require('camunda-bpmn-moddle/resources/camunda.json');

/** Reads BPMN or DMN with Camunda's extensions: { rootElement, references, warnings }. */
export function parse(xml) {
  return isDmn(xml)
    ? new DmnModdle({ camunda: camundaDmn }).fromXML(xml, 'dmn:Definitions')
    : new BpmnModdle({ camunda: camundaBpmn }).fromXML(xml);
}

export function isDmn(xml) {
  return xml.includes('omg.org/spec/DMN/');
}
