package io.orderflow.payment;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Charges extends Repository<ChargeIntent, String> {

    Optional<ChargeIntent> findByOrderNumber(String orderNumber);
}
