package io.orderflow.cases;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The repository of cases. */
interface Cases extends Repository<CaseFile, Long> {

    CaseFile saveAndFlush(CaseFile file);

    Optional<CaseFile> findByOpenKey(String openKey);

    Optional<CaseFile> findByCaseNumber(long caseNumber);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CaseFile c where c.caseNumber = :caseNumber")
    Optional<CaseFile> lock(long caseNumber);

    Optional<CaseFile> findFirstByKindAndReferenceOrderByCaseNumberDesc(CaseKind kind, String reference);

    List<CaseFile> findByOrderNumberOrderByCaseNumberAsc(String orderNumber);

    /** Finds cases by their state; null matches every state. */
    @Query("select c from CaseFile c where :state is null or c.state = :state")
    Page<CaseFile> search(@Nullable CaseState state, Pageable page);
}
