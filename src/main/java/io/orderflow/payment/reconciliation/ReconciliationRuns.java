package io.orderflow.payment.reconciliation;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** The repository of runs of the reconciliation. */
interface ReconciliationRuns extends Repository<ReconciliationRun, Long> {

    ReconciliationRun saveAndFlush(ReconciliationRun run);

    Optional<ReconciliationRun> findByReconciliationId(long id);

    Optional<ReconciliationRun> findByNightlyOf(LocalDate day);

    Page<ReconciliationRun> findAll(Pageable page);
}
