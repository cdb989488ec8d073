package io.orderflow.process;

import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** One thing that somebody does in a small shop. What it is about is counted from 0, and round again beyond the end. */
interface Move {

    void make(ShopGame game) throws Exception;

    /** @param coupon null for none */
    record Place(Map<Integer, Integer> pieces, Integer coupon) implements Move {

        @Override
        public void make(ShopGame game) throws Exception {
            Map<Sku, Quantity> items = new TreeMap<>();
            pieces.forEach((product, wanted) -> items.put(game.product(product), new Quantity(wanted)));
            game.place(items, coupon == null ? null : game.coupon(coupon));
        }
    }

    /** @param key what the simulated gateway makes of it */
    record Pay(int order, String key) implements Move {

        @Override
        public void make(ShopGame game) throws Exception {
            game.pay(order, key);
        }
    }

    record Cancel(int order, boolean byOps) implements Move {

        @Override
        public void make(ShopGame game) throws Exception {
            game.cancel(order, byOps ? Shop.OPS_ASK : Shop.ALICE_ASKS);
        }
    }

    /** Lets the engine do one thing that is due for the order, or everything. */
    record Work(int order, boolean all) implements Move {

        @Override
        public void make(ShopGame game) {
            do {
                if (!game.work(order)) {
                    return;
                }
            } while (all);
        }
    }

    /** Lets the timer go off that the order waits for. */
    record TimeUp(int order) implements Move {

        @Override
        public void make(ShopGame game) {
            game.timeUp(order);
        }
    }

    /** News from the carrier, even of parcels that are not booked yet. The same news id again is a duplicate. */
    record News(int order, String type, int id, int minutesAgo) implements Move {

        @Override
        public void make(ShopGame game) {
            game.news(order, type, id, Duration.ofMinutes(minutesAgo));
        }
    }

    /** What a carrier elsewhere makes of what it is asked about an order from now on. */
    enum Mood {
        FORGETFUL,
        SILENT,
        REFUSING,
        RELENTING
    }

    record CarriersMood(int order, Mood mood) implements Move {

        @Override
        public void make(ShopGame game) {
            game.carriersMood(order, mood);
        }
    }

    record TakeNews() implements Move {

        @Override
        public void make(ShopGame game) {
            game.takeNews();
        }
    }

    /** Somebody suspends the order's process in Cockpit. */
    record Suspend(int order) implements Move {

        @Override
        public void make(ShopGame game) {
            game.suspend(order);
        }
    }

    /** Somebody activates the order's process again. */
    record Activate(int order) implements Move {

        @Override
        public void make(ShopGame game) {
            game.activate(order);
        }
    }

    record Later(int minutes) implements Move {

        @Override
        public void make(ShopGame game) {
            game.later(Duration.ofMinutes(minutes));
        }
    }

    /** Ops settle a refused refund. */
    record Settle(int order, boolean retry) implements Move {

        @Override
        public void make(ShopGame game) {
            game.settle(
                    order,
                    retry
                            ? Map.of("settlement", "RETRY")
                            : Map.of("settlement", "SETTLED_OUTSIDE", "settlementReference", "BANK-1"));
        }
    }
}
