/** How the engine is set up when the application starts: what it deploys, and who may use what of it. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.engine;
