using IncidentBot.Domain.Preparation;

namespace IncidentBot.Domain.Tests.Preparation;

public sealed class PreparationRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ben = new("U0BEN");

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void One_to_three_questions_of_the_bank_are_asked(int asked, bool isAccepted) =>
        Assert.Equal(isAccepted, QuestionBank.Check([.. QuestionBank.All.Take(asked)], "questions") is null);

    [Fact]
    public void A_question_that_is_not_in_the_bank_is_refused() =>
        Assert.Equal("questions", QuestionBank.Check(["Why did you not check?"], "questions")!.Field);

    [Theory]
    [InlineData("", "  ", "answer_1")]
    [InlineData("It was slow", "", null)]
    [InlineData("", "It was slow", null)]
    public void One_answer_is_enough(string first, string second, string? refused) =>
        Assert.Equal(refused, Asked().Answer([first, second], mayBeQuoted: false).Refusal?.Field);

    [Theory]
    [InlineData(PreparationRequest.AnswerLimit, null)]
    [InlineData(PreparationRequest.AnswerLimit + 1, "answer_2")]
    public void An_answer_has_a_limit(int length, string? refused) =>
        Assert.Equal(refused, Asked().Answer(["", new string('a', length)], mayBeQuoted: false).Refusal?.Field);

    [Fact]
    public void Nothing_is_quoted_without_consent_or_twice()
    {
        var request = Asked();
        Assert.False(request.Quote(Guid.NewGuid()).Ok);
        request.Answer(["It was slow", ""], mayBeQuoted: false);
        Assert.False(request.Quote(Guid.NewGuid()).Ok);

        request.Answer(["It was slow", "No alert"], mayBeQuoted: true);

        Assert.True(request.Quote(Guid.NewGuid()).Ok);
        Assert.False(request.Quote(Guid.NewGuid()).Ok);
        Assert.Equal("“It was slow” “No alert”", request.InOneText());
    }

    [Fact]
    public void Whoever_would_rather_talk_takes_answers_and_consent_back()
    {
        var request = Asked();
        request.Answer(["It was slow", ""], mayBeQuoted: true);

        request.PreferToTalk();

        Assert.Equal((PreparationState.RatherTalk, false), (request.State, request.MayBeQuoted));
        Assert.Empty(request.Answers);
    }

    [Fact]
    public void The_same_answer_again_changes_nothing()
    {
        var request = Asked();
        request.Answer(["It was slow", ""], mayBeQuoted: true);
        var version = request.Version;

        Assert.True(request.Answer([" It was slow ", ""], mayBeQuoted: true).Ok);

        Assert.Equal(version, request.Version);
    }

    private static PreparationRequest Asked() =>
        PreparationRequest.Ask(1, Ben, [.. QuestionBank.Usual.Take(2)], null, new PersonId("U0LENA"), Now);
}
