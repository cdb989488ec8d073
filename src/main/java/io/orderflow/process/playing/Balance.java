package io.orderflow.process.playing;

/**
 * What is whose after a story. The order is about {@value Ledger#PIECES} pieces for {@value Ledger#PRICE} won.
 *
 * @param wonKept the money of the customer that the shop has
 * @param piecesInStock the pieces of the order that are in stock and free
 * @param couponFree whether the customer can use the coupon again
 */
public record Balance(long wonKept, int piecesInStock, boolean couponFree) {}
