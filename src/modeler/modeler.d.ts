declare module 'camunda-modeler-plugin-helpers' {
  export function registerClientPlugin(plugin: unknown, type: string): void;
}
