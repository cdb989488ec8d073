package io.orderflow.process.engine;

/**
 * The failure of a start at which nobody could log in as an administrator. Camunda's set-up page would make the first
 * visitor one.
 */
class NoAdministrator extends RuntimeException {

    NoAdministrator(String message) {
        super(message);
    }
}
