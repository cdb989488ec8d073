package io.orderflow.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An upper bound of what a customer has unpaid: orders, and pieces of any one SKU. Its row is the lock of their placings. */
@Entity
@Table(name = "unpaid_tally")
class UnpaidTally {

    @Id
    private String customerId;
    private long orders;
    private long pieces;

    protected UnpaidTally() {}

    UnpaidTally(String customerId, Unpaid counted) {
        this.customerId = customerId;
        correct(counted);
    }

    void correct(Unpaid counted) {
        orders = counted.orders();
        pieces = counted.mostPieces();
    }
}
