package io.orderflow.security;

/** The groups of the contract, as the engine's user store names them. */
final class Groups {

    static final String CUSTOMER = "customer";
    static final String OPS = "ops";
    static final String ANALYST = "analyst";
    static final String ADMIN = "camunda-admin";

    private Groups() {}
}
