using Marketplace.Web.Tests.World;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Web.Tests.Architecture;

public sealed class MessageRules
{
    private static readonly Dictionary<Eyes, Type> Contexts = new()
    {
        [Eyes.Seller] = typeof(SellerDb), [Eyes.Buyer] = typeof(BuyerDb), [Eyes.Platform] = typeof(PlatformDb),
    };

    [Fact]
    public void Every_message_says_who_may_send_it() =>
        Assert.Empty(Product.Messages.Where(m => Product.RightOf(m) is null).Select(m => m.FullName));

    [Fact]
    public void Every_message_answers_with_a_result_so_that_no_step_of_the_pipeline_is_skipped() =>
        Assert.Empty(Product.Messages.Where(m => !AnswersResult(m)).Select(m => m.FullName));

    [Fact]
    public void A_message_that_writes_is_a_command_and_says_with_whose_eyes() =>
        Assert.Empty(Product.Messages
            .Where(m => typeof(ITransactional).IsAssignableFrom(m) && typeof(IBaseQuery).IsAssignableFrom(m))
            .Select(m => m.FullName));

    [Fact]
    public void A_handler_sees_with_one_pair_of_eyes() =>
        Assert.Empty(Product.Handlers.Where(h => ContextsOf(h).Count() > 1).Select(h => h.FullName));

    [Fact]
    public void A_transactional_messages_handler_uses_the_context_of_its_transaction()
    {
        var wrong = from handler in Product.Handlers
                    from message in Product.HandledBy(handler)
                    where typeof(ITransactional).IsAssignableFrom(message)
                    from context in ContextsOf(handler)
                    where context != Contexts[EyesOf(message)]
                    select $"{message.Name} is handled with {context.Name}";

        Nothing.In(wrong);
    }

    [Fact]
    public void A_sellers_or_buyers_message_is_never_handled_with_the_others_eyes()
    {
        var wrong = from handler in Product.Handlers
                    from message in Product.HandledBy(handler)
                    from context in ContextsOf(handler)
                    let right = Product.RightOf(message)
                    where (right is SellerAttribute && context == typeof(BuyerDb))
                        || (right is BuyerAttribute && context == typeof(SellerDb))
                    select $"{message.Name} is handled with {context.Name}";

        Nothing.In(wrong);
    }

    [Fact]
    public void Events_have_stable_names_of_their_own_that_name_their_context()
    {
        var events = Product.Types.Where(t => t is { IsAbstract: false } && typeof(IEvent).IsAssignableFrom(t)).ToList();

        Assert.Equal(events.Count, events.Select(EventNames.Of).Distinct().Count());
        Assert.All(events, e => Assert.Matches(
            "^" + e.Assembly.GetName().Name!.Split('.')[1].ToLowerInvariant() + @"\.[a-z0-9-]+\.v\d+$", EventNames.Of(e)));
    }

    [Fact]
    public void A_consumer_is_never_to_the_left_of_its_publisher()
    {
        var order = Product.Line.Select((assembly, i) => (assembly, i)).ToDictionary(x => x.assembly, x => x.i);
        var wrong = from type in Product.Types
                    from face in type.GetInterfaces()
                    where face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsume<>)
                    let happened = face.GetGenericArguments()[0]
                    where order[type.Assembly] < order[happened.Assembly]
                    select $"{type.Name} consumes {happened.Name}";

        Nothing.In(wrong);
    }

    private static bool AnswersResult(Type message) => message.GetInterfaces()
        .Where(i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(ICommand<>)
            || i.GetGenericTypeDefinition() == typeof(IQuery<>)))
        .Any(i => i.GetGenericArguments()[0] is var answer
            && (answer == typeof(Result) || (answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(Result<>))));

    private static IEnumerable<Type> ContextsOf(Type handler) => handler.GetConstructors()
        .SelectMany(c => c.GetParameters()).Select(p => p.ParameterType).Where(Contexts.ContainsValue).Distinct();

    private static Eyes EyesOf(Type message) => typeof(ISellerTransaction).IsAssignableFrom(message) ? Eyes.Seller
        : typeof(IBuyerTransaction).IsAssignableFrom(message) ? Eyes.Buyer : Eyes.Platform;
}
