using CsCheck;
using Marketplace.Kernel.Values;

namespace Marketplace.Tests.Kernel.Values;

public sealed class AllocationTests
{
    [Fact]
    public void The_parts_sum_to_the_whole_in_whole_quanta() =>
        Gen.Select(Gen.Long[-1_000_000, 1_000_000], Gen.Long[0, 100_000].Array[1, 20], Gen.OneOf(Gen.Const(1L), Gen.Const(10L), Gen.Const(100L)))
            .Sample((total, weights, quantum) =>
            {
                var parts = Allocation.Share(total * quantum, weights, quantum);

                Assert.Equal(total * quantum, parts.Sum());
                Assert.All(parts, p => Assert.Equal(0, p % quantum));
            });

    [Fact]
    public void No_part_is_further_than_one_quantum_from_its_exact_share() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[1, 100_000].Array[1, 20]).Sample((total, weights) =>
        {
            var parts = Allocation.Share(total, weights, 1);

            for (var i = 0; i < parts.Length; i++)
                Assert.True(Math.Abs(parts[i] - (decimal)total * weights[i] / weights.Sum()) < 1);
        });

    [Fact]
    public void Cumulative_targets_never_over_or_undershoot_however_the_whole_is_cut() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[1, 10_000].Array[1, 12]).Sample((amount, cuts) =>
        {
            var whole = cuts.Sum();
            long done = 0, given = 0;

            foreach (var cut in cuts)
            {
                var before = Allocation.CumulativeTarget(amount, done, whole, 1);
                done += cut;
                given += Allocation.CumulativeTarget(amount, done, whole, 1) - before;
            }

            Assert.Equal(amount, given);
        });

    [Theory]
    [InlineData(10_05, 1200, 1, 1_21)]
    [InlineData(-10_05, 1200, 1, -1_21)]
    [InlineData(1_230, 1200, 10, 150)]
    public void Basis_points_round_half_up_in_whole_quanta(long amount, int bps, long quantum, long expected) =>
        Assert.Equal(expected, Allocation.BasisPoints(amount, bps, quantum));

    [Fact]
    public void An_amount_that_is_no_whole_number_of_quanta_is_refused() =>
        Assert.Throws<ArgumentException>(() => Allocation.Share(15, [1], 10));
}
