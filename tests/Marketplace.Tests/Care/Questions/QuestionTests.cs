using Marketplace.Care.Questions;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Care.CareWorld;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Care.Questions;

public sealed class QuestionTests
{
    private const string Words = "Does it fit under an espresso machine?";

    [Fact]
    public async Task A_question_is_public_with_its_answer_and_not_before()
    {
        await using var world = await CareWorld.OpenAsync();

        (await world.Host.SendAsync(world.Ned, new AskQuestion(MugListing, Words))).Done();
        (await world.Host.SendAsync(world.Ned, new AskQuestion(MugListing, Words))).Done();
        await world.Host.DrainAsync();
        Assert.Equal(0, (await world.Host.SendAsync(Caller.Anonymous, new ListAnsweredQuestions(MugListing))).Required().Total);
        var open = Assert.Single((await world.Host.SendAsync(world.Potter, new ListOpenQuestions())).Required());
        Assert.Equal(1, (await world.Host.SendAsync(world.Potter, new GetQuestionDuties())).Required().Open);
        (await world.Host.SendAsync(world.Potter, new AnswerQuestion(open.QuestionId, "With a finger of air."))).Done();
        await world.Host.DrainAsync();

        var shown = Assert.Single((await world.Host.SendAsync(Caller.Anonymous, new ListAnsweredQuestions(MugListing))).Required().Questions);
        Assert.Equal((Words, "With a finger of air."), (shown.Question, shown.Answer));
        var talk = await world.Host.WithPlatformAsync(db => db.ListingTalks.SingleAsync());
        Assert.Equal((1, Words), (talk.QuestionCount, talk.Questions[0].Question));
        Assert.Contains("A question about Stoneware mug", await world.SubjectsAsync("kim@example.com"));
        Assert.Contains("Kiln & Clay answers your question", await world.SubjectsAsync("ned@example.com"));
    }

    [Fact]
    public async Task It_is_dealt_with_once_and_by_its_shop()
    {
        await using var world = await CareWorld.OpenAsync();
        (await world.Host.SendAsync(world.Ned, new AskQuestion(MugListing, Words))).Done();
        var id = (await world.Host.SendAsync(world.Potter, new ListOpenQuestions())).Required()[0].QuestionId;

        Assert.Equal(QuestionErrors.NotFound, (await world.Host.SendAsync(TrailStaff, new AnswerQuestion(id, "Buy ours"))).Error);
        Assert.Empty((await world.Host.SendAsync(TrailStaff, new ListOpenQuestions())).Required());
        (await world.Host.SendAsync(world.Potter, new DismissQuestion(id))).Done();
        Assert.Equal(QuestionErrors.Closed, (await world.Host.SendAsync(world.Potter, new AnswerQuestion(id, "Too late"))).Error);
        Assert.Equal(0, (await world.Host.SendAsync(Caller.Anonymous, new ListAnsweredQuestions(MugListing))).Required().Total);
    }

    [Fact]
    public async Task Who_asks_is_signed_in_asks_about_what_is_on_sale_and_not_all_day()
    {
        await using var world = await CareWorld.OpenAsync();

        Assert.Equal(AccessErrors.SignIn, (await world.Host.SendAsync(Guest, new AskQuestion(MugListing, Words))).Error);
        Assert.Equal(QuestionErrors.NoSuchListing, (await world.Host.SendAsync(world.Ned, new AskQuestion("nothing", Words))).Error);
        Assert.True((await world.Host.SendAsync(world.Ned, new AskQuestion(MugListing, "Hm?"))).Error!.Fields!.ContainsKey("Text"));
        for (var i = 0; i < 10; i++) (await world.Host.SendAsync(world.Ned, new AskQuestion(MugListing, $"{Words} {i}"))).Done();
        Assert.Equal(QuestionErrors.TooMany, (await world.Host.SendAsync(world.Ned, new AskQuestion(MugListing, Words))).Error);
        world.Host.Clock.Advance(TimeSpan.FromHours(25));
        (await world.Host.SendAsync(world.Ned, new AskQuestion(MugListing, Words))).Done();
    }
}
