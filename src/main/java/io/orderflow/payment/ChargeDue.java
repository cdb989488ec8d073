package io.orderflow.payment;

/**
 * The gateway is to be asked for an order's money, for the first time.
 *
 * @param charge which is about to be stored
 */
public record ChargeDue(ChargeIntent charge) {}
