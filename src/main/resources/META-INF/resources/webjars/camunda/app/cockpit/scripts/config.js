// What Cockpit shows beside its own pages; it loads these by their addresses below /camunda/app/cockpit.
export default {
  customScripts: ['orderflow/models.js']
};
