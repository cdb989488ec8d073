package io.orderflow.shipping;

/** A carrier's message has been stored and waits to be applied. */
record CarrierEventStored(String webhookId) {}
