// Where Camunda Modeler finds the plug-in: resources/plugins/orderflow/index.js.
module.exports = {
  name: 'Orderflow: what the check of models says, while drawing',
  script: './client.js'
};
