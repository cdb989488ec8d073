/**
 * The versions of the models over HTTP: a check of files before they are deployed, what is in use, an earlier version
 * made current again, and what a version would mean for the orders that run.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.versions;
