/** The configuration of the engine at the start of the application: what it deploys, and who may use what of it. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.engine;
