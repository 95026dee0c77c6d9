// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.evaluation.Caller;

/**
 * In which order evaluations compute.
 *
 * <p>Callers are equal: next is one of whoever's evaluations have computed least together. A caller
 * that comes back after a pause is not owed the whole pause, but it may go first for a moment, and
 * so may, within a caller, an evaluation that has only begun. Thus a short program does not wait
 * for long ones. Every fourth turn goes to the one that waits longest, whoever it is, so that all
 * get on.
 *
 * <p>Knows neither threads nor the clock. For one thread at a time; {@link Turns} sees to that.
 */
final class TurnOrder {

  /** How long an evaluation, or a caller that comes back, goes before the others. */
  private static final long HEAD_START = Duration.ofMillis(20).toNanos();

  /** One turn of so many goes to the one that waits longest. */
  private static final int LONGEST_WAITING = 4;

  /** What the evaluations of one caller took together, while it has any. */
  private static final class Account {

    private final Caller caller;
    private int members;
    private long used;

    Account(Caller caller) {
      this.caller = caller;
    }
  }

  /** One evaluation. */
  static final class Member {

    private final Account account;
    private final Runnable wake;
    private long used;

    private Member(Account account, Runnable wake) {
      this.account = account;
      this.wake = wake;
    }

    /** What to do when its turn comes. */
    Runnable wake() {
      return wake;
    }

    private boolean isFresh() {
      return used < HEAD_START;
    }
  }

  /** What a turn is expected to take; put right when it ends. */
  private final long length;

  private final Map<Caller, Account> accounts = new HashMap<>();

  /** First is who waits longest. */
  private final SequencedSet<Member> line = new LinkedHashSet<>();

  /** What a caller has used that gets on just as its peers. Never falls. */
  private long pace;

  private int picks;

  TurnOrder(Duration length) {
    this.length = length.toNanos();
  }

  /** Begins an evaluation. */
  Member enter(Caller caller, Runnable wake) {
    var account = accounts.computeIfAbsent(caller, Account::new);
    account.members++;
    return new Member(account, wake);
  }

  /** Ends an evaluation that neither waits nor computes. */
  void exit(Member member) {
    var account = member.account;
    account.members--;
    if (account.members == 0) {
      accounts.remove(account.caller);
    }
  }

  boolean isLineEmpty() {
    return line.isEmpty();
  }

  /** How many callers are known. */
  int callers() {
    return accounts.size();
  }

  /** Stands in line. */
  void queue(Member member) {
    catchUp(member.account);
    line.addLast(member);
  }

  /** Leaves the line; false for one whose turn has come. */
  boolean leave(Member member) {
    return line.remove(member);
  }

  /** Gives a turn to somebody who need not stand in line. */
  void grant(Member member) {
    catchUp(member.account);
    member.account.used += length;
  }

  /** Gives a turn to who is next; null if nobody is in line. */
  @Nullable Member next() {
    if (line.isEmpty()) {
      return null;
    }
    picks++;
    var member = picks % LONGEST_WAITING == 0 ? line.getFirst() : mostUrgent();
    line.remove(member);
    member.account.used += length;
    return member;
  }

  /** Ends a turn. */
  void settle(Member member, long nanos) {
    member.used += nanos;
    member.account.used += nanos - length;
  }

  private void catchUp(Account account) {
    account.used = Math.max(account.used, pace - HEAD_START);
  }

  private Member mostUrgent() {
    var best = line.getFirst();
    for (var member : line) {
      if (isBefore(member, best)) {
        best = member;
      }
    }
    pace = Math.max(pace, best.account.used);
    return best;
  }

  private static boolean isBefore(Member one, Member other) {
    return one.account == other.account
        ? one.isFresh() && !other.isFresh()
        : one.account.used < other.account.used;
  }
}
