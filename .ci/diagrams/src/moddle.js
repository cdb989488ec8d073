import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

const camunda = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json');

/** Reads BPMN with Camunda's extensions: { rootElement, references, warnings }. */
export function parse(xml) {
  return new BpmnModdle({ camunda }).fromXML(xml);
}
