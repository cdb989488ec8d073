/**
 * The versions of the models over HTTP: the check of files before they are deployed, the versions in use, an earlier
 * version made current again, and the migration of running processes.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.versions;
