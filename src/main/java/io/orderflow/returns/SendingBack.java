package io.orderflow.returns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a customer sends the goods of an approved return.
 *
 * @param address where to, in words for the customer; null when the shop tells that by other means
 * @param until the last day for it, in Asia/Seoul; not null
 */
public record SendingBack(@Nullable String address, LocalDate until) {}
