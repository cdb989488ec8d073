package io.orderflow.process.engine;

/** Nobody could log in as an administrator, so Camunda's set-up page would make one of whoever comes first. */
class NoAdministrator extends RuntimeException {

    NoAdministrator(String message) {
        super(message);
    }
}
