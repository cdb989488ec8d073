/** How the engine is set up when the application starts: what it deploys, and who may use what of it. */
package io.orderflow.process.engine;
