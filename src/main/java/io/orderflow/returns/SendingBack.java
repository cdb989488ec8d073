package io.orderflow.returns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The address and the deadline for sending the goods of an approved return.
 *
 * @param address the address in words for the customer; null if the shop tells it by other means
 * @param until the last day for sending them, in Asia/Seoul
 */
public record SendingBack(@Nullable String address, LocalDate until) {}
